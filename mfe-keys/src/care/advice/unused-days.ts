/** As the contract has it, whose schemas stay out of the browser; the type keeps both the same. */
export const unusedDays: typeof import('@sonaqor/contract/key-advice').scopeUnusedDays = 30
