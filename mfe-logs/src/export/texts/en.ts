import { text } from '@sonaqor/module/texts'

export const environment = text('Environment')
export const exportAsked = text('Export…')
export const exportNeedsSearch = text(
  'Correct the search first: what cannot be read finds nothing to export.',
)
export const exportRequests = text('Export requests')
export const leftOutOfIt = text('Left out')
export const linesSha256Detail = text(
  'An NDJSON export of the same filter and time span has this SHA-256, as long as no app or key is renamed.',
)
export const ndjsonDetail = text(
  'For programs. One request a line, with all fields of the list, and the names of apps and keys.',
)
export const openedSessions = text('Opened embed sessions')
export const query = text('Search')
export const requests = text('Requests')
export const requestsAs = text(
  'Requests{format, select, csv { as CSV} jsonl { as NDJSON} pdf { as PDF} other {}}',
)
export const requestsUnit = text('requests')
export const whatIsRedacted = text(
  'Secrets and personal data were redacted before the requests were kept. Bodies and headers are not part of an export.',
)
