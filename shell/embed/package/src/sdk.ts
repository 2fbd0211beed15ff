/** What a page may say and hear. The build puts the file itself here, so that the package stands alone. */
export type * from '../../src/sdk.ts'
