/** What the sheets of the ground are known by: a hash of them, which the build writes here. */
export const groundName = 'as it stands'
