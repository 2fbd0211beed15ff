/** As the contract has it, whose schemas stay out of the browser; the type keeps both the same. */
export const restorableDays: typeof import('@sonaqor/contract/deletion').restorableDays = 7
