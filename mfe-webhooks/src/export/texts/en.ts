import { text } from '@sonaqor/module/texts'

export const deliveriesAs = text(
  'Deliveries{format, select, csv { as CSV} jsonl { as NDJSON} pdf { as PDF} other {}}',
)
export const environment = text('Environment')
export const exportAsked = text('Export…')
export const exportDeliveries = text('Export deliveries')
export const holdsNoPayloads = text(
  'An export holds no payloads, and so it cannot be narrowed by what stands in them. Clear the search first.',
)
export const id = text('Event or delivery id')
export const leftOut = text('Payloads, headers and answers are not part of an export.')
export const linesDetail = text(
  'An NDJSON export of the same filter and time span has this SHA-256, as long as nothing more happens to these deliveries.',
)
export const ndjsonDetail = text('For programs. One delivery a line, with all fields of the list.')
export const needsSearch = text(
  'Correct the search first: what cannot be read finds nothing to export.',
)
export const project = text('Project')
export const unit = text('deliveries')
