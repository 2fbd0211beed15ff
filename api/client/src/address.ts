/** The build of the package puts the file itself in place of this one, so that it needs no contract. */
export * from '@sonaqor/contract/address'
