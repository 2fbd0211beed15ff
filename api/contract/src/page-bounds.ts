/** The bounds of lists, for whoever reads as much of one as there is at once. */

/** More items stand on no page. */
export const pageMax = 200
