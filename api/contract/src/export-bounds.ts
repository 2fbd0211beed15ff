/** The bounds of exports, for whoever tells people of them before they ask. */

/** So many rows a document holds: who needs more of them has no use for paper. */
export const pdfRowsMax = 10_000

/** For so long the file of an export can be downloaded. */
export const exportDays = 7

/** So long a link to a file waits to be followed. */
export const linkSeconds = 60

/** Beyond so many rows nobody waits until all are counted. */
export const countedRowsMax = 100_000
