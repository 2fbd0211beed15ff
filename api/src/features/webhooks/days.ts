/** How long an hour and a day last, for all that is kept, forgotten and told of by them. */
export const hourMs = 3_600_000
export const dayMs = 24 * hourMs
