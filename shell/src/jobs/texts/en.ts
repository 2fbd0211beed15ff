import { text } from '@sonaqor/ui/texts'

export const actFailed = text('That could not be done')
export const allJobs = text('All jobs')
export const askedFor = text('Asked for')
export const availableUntil = text('Available until')
export const by = text('Started by')
export const cancel = text('Cancel')
export const chainIsWhole = text(
  'The whole chain, which the stand-alone verifier can walk from end to end.',
)
export const close = text('Close')
export const connecting = text('Connecting')
export const connectionHint = text('Check the connection, then try again.')
export const csv = text('CSV')
export const csvDetail = text('For spreadsheets. Before and after stand as JSON in a cell each.')
export const deliveriesUnit = text('deliveries')
export const download = text('Download')
export const downloadNamed = text('Download {name}')
export const exportAuditLog = text('Export audit log')
export const exportDetail = text(
  'The file is written in the background, however long the log is. You can leave this page.',
)
export const exportEntries = text('Entries')
export const exportGoesOn = text(
  'You can close this: the export goes on, and stands under Jobs with its file.',
)
export const exportIsLogged = text(
  'Who exported the log and who took the file is in the log itself, with the filter.',
)
export const exportOf = text(
  '{of, select, audit {Audit log export} logs {Export of the logs} deliveries {Export of webhook deliveries} other {Export}}{format, select, csv {, CSV} jsonl {, NDJSON} pdf {, PDF} other {}}',
)
export const exportStands = text('It stands under Jobs as well.')
export const exportStarted = text('Export started')
export const exportStartedDetail = text(
  'It goes on if you leave this page. See its progress under Jobs.',
)
export const extractOnly = text(
  'An extract: the stand-alone verifier checks each entry by itself, not the chain.',
)
export const failure = text(
  '{code, select, too_large {There is more of it than one export holds. Choose fewer entries, then start another one.} damaged {The file was not what had been written, so it was not handed out. Start it again from the beginning.} endpoint_stopped {The endpoint was paused, disabled or deleted meanwhile. Let it go on, then resume this.} other {Something went wrong on our side. Try again; if it keeps failing, give support the request ID.}}',
)
export const failureOf = text('{reason} Request ID: {id}')
export const file = text('File')
export const fileDeleted = text('File deleted')
export const fileInSonaqor = text(
  '{count, plural, one {# row} other {# rows}}. The file can be downloaded in Sonaqor until {until}.',
)
export const fileReady = text(
  '{count, plural, one {# row} other {# rows}}. The file can be downloaded until {until}.',
)
export const fileTakes = text('Needs {scope}')
export const filesInSonaqor = text('Get the files in Sonaqor')
export const filter = text('Filter')
export const finished = text('Finished')
export const format = text('Format')
export const howJobsCome = text(
  'They appear here as soon as your integration starts an export or other long work.',
)
export const job = text('Job')
export const jobTracker = text('Job tracker')
export const jobs = text('Jobs')
export const jobsPurpose = text('What runs in the background, how far it is, and what came of it.')
export const jobsShown = text('{count, plural, one {# job} other {# jobs}}')
export const jsonl = text('NDJSON')
export const jsonlDetail = text('For programs. One entry a line, with all of its fields.')
export const lastDays = text('Last {days} days')
export const live = text('Live')
export const mine = text('My own')
export const noJobs = text('Nothing has run yet')
export const noJobsDetail = text(
  'Exports and other long work stand here, with their progress and files.',
)
export const noJobsFound = text('No job matches the filters')
export const noJobsFoundDetail = text('Take off a filter to see more.')
export const notDownloaded = text('The file could not be downloaded')
export const notLive = text('Not live')
export const notOpened = text('That could not be opened')
export const openJob = text('{title}, {state}')
export const otherWork = text('Background work')
export const past = text('Earlier')
export const pastJobs = text('Earlier jobs')
export const pdf = text('PDF')
export const pdfDetail = text(
  'To hand on as evidence: a first page that says what it is, and a table. Up to {most, number} entries.',
)
export const replayOf = text(
  '{of, select, failed {Failed deliveries again, to {endpoint}} other {Replay to {endpoint}}}',
)
export const replayed = text(
  '{count, plural, one {# delivery} other {# deliveries}} put in the line of the endpoint.',
)
export const requestId = text('Request ID')
export const resume = text('Resume')
export const resumeNamed = text('Resume {name}')
export const retry = text('Start again')
export const retryNamed = text('Start again: {name}')
export const rows = text('Rows')
export const rowsCounted = text('{count, plural, one {# row} other {# rows}}')
export const rowsUnit = text('rows')
export const seeJobs = text('see background work')
export const sha256 = text('SHA-256')
export const size = text('Size')
export const stageName = text(
  '{stage, select, writing {Writing the file} checking {Reading the file once more to check it} replaying {Putting events in line} other {Working}}',
)
export const startExport = text('Start export')
export const started = text('Started')
export const state = text('State')
export const stateName = text(
  '{state, select, queued {Waiting} running {Running} done {Done} failed {Failed} other {Cancelled}}',
)
export const underWay = text('Now')
export const whatFiltersShow = text('What the filters show')
export const when = text('When')
export const whole = text('None: all entries')
export const wholeLog = text('The whole log')
export const why = text('Why')
