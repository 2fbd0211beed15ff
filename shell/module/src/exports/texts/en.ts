import { text } from '../../texts.ts'

export const atLeast = text('At least {count, number}')
export const availableUntil = text('Available until')
export const beingCounted = text('Being counted')
export const cancel = text('Cancel')
export const csv = text('CSV')
export const csvDetail = text(
  'For spreadsheets. What a spreadsheet would take for a formula stays a text.',
)
export const done = text('Done')
export const earlierExports = text('Earlier exports')
export const exportActFailed = text('That could not be done')
export const exportDetail = text(
  'What the list shows now, newest first, however much it is. The file is written in the background and kept for {days, plural, one {# day} other {# days}}.',
)
export const exportFailure = text(
  '{code, select, too_large {There is more of it than the file may hold. Take CSV or NDJSON, or narrow the filter, then start another export.} damaged {The file was not what had been written, so it was not handed out. Start it again from the beginning.} other {Something went wrong on our side. Resume it; if it keeps failing, give support the request ID.}}',
)
export const exportFailureOf = text('{reason} Request ID: {id}')
export const exportGoesOn = text(
  'You can close this: the export goes on, and stands here when you come back.',
)
export const exportIsAudited = text(
  'That you export, and who takes the file, is in the audit log with the filter.',
)
export const exportStage = text(
  '{stage, select, writing {Writing the file} checking {Reading the file once more to check it} other {Working}}',
)
export const format = text('Format')
export const linesSha256 = text('SHA-256 of the lines')
export const linkDetail = text(
  'Each download has a link of its own, which works once and for {seconds, plural, one {# second} other {# seconds}}.',
)
export const ndjson = text('NDJSON')
export const notDownloaded = text('The file could not be downloaded')
export const pdf = text('PDF')
export const pdfDetail = text(
  'To hand on as evidence: a first page that says what it is, and a table. Up to {most}.',
)
export const sha256 = text('SHA-256')
export const sha256Detail = text(
  'Of the whole file: whoever has it can tell that nothing is missing.',
)
export const size = text('Size')
export const spanFrom = text('{start} to {end}')
export const spanUntil = text('Everything up to {end}')
export const startExport = text('Start export')
export const time = text('Time')
export const tooManyForPdf = text(
  'A PDF holds up to {most}, and these are more. Take CSV or NDJSON, or narrow the filter.',
)
export const uncounted = text('Not counted, to answer soon')
export const untilStart = text('the moment it starts')
export const stoppedAt = text(
  'Stopped at {done, number}{isKnown, select, yes { of {total, number}} other {}} {unit}. Resume goes on from there.',
)
