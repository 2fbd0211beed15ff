/** What each principal may ask in a minute in any case. It stands apart, for browsers say it, too. */
export const requestsPerMinuteMax = 3000
