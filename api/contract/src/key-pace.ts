/** What each principal may ask in a minute in any case. It stands apart, for browsers say it, too. */
export const requestsPerMinuteMax = 3000

/** What a principal may send in a minute by each operation that takes customers or transactions in. */
export const ingestsPerMinuteMax = 6000
