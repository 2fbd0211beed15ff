/** Of this contract, as its `package.json` has it; a test keeps the two alike. */
export const contractVersion = '0.1.0'
