/** What a tenant reads of looks into it by Sonaqor's staff. */
import { text } from '@sonaqor/ui/texts'

export const accessBySonaqor = text('Access by Sonaqor')
export const accessPurpose = text(
  'Nobody of Sonaqor sees anything here unless you let them: to read alone, for a time, and written down.',
)
export const allow = text('Allow')
export const allowEllipsis = text('Allow…')
export const allowTitle = text('Let {name} look into {tenant}?')
export const anybodyOfSonaqor = text('Whoever of Sonaqor helps')
export const appsWord = text('Apps and their settings')
export const askedFor = text('Asked {when}')
export const askedWhen = text('Asked')
export const chooseEnvironment = text('Choose at least one environment')
export const chooseScope = text('Choose at least one thing to show')
export const connectionHint = text(
  'The server did not answer. Check the connection, then try again.',
)
export const decidedBy = text('Answered by')
export const deny = text('Refuse')
export const denyDetail = text('{name} sees nothing, and is told so. They can ask again.')
export const denyEllipsis = text('Refuse…')
export const denyTitle = text('Refuse the request of {name}?')
export const endDetail = text(
  '{name} sees nothing more from the next request on. What was read until now stays in the audit log.',
)
export const endNow = text('End now')
export const endTitle = text('End the look of {name}?')
export const ended = text('Ended')
export const endedBy = text('Ended by')
export const endedByItself = text('It ended by itself')
export const endsWhen = text('Ends {when}')
export const environments = text('Environments')
export const hoursLong = text('{hours, plural, one {# hour} other {# hours}}')
export const howLong = text('For how long')
export const isDenied = text('The request of {name} was refused')
export const isEnded = text('{name} sees nothing more')
export const isOpened = text('{name} may look until {until}')
export const keysWord = text('API keys, never their secrets')
export const letSonaqorLook = text('Let Sonaqor look…')
export const letThemLook = text('Let Sonaqor look into {tenant}')
export const logsWord = text('Logs, with what was sent and answered held back')
export const lookingNow = text('Looking now')
export const lookingNowPurpose = text(
  'All that is read stands in the audit log. You can end it at any moment.',
)
export const minutesLong = text('{minutes, plural, one {# minute} other {# minutes}}')
export const neverPersonal = text(
  'Personal data of your customers, secrets and reports are never shown, whatever you choose.',
)
export const noneYet = text('Nobody of Sonaqor has looked in')
export const noneYetDetail = text(
  'When Sonaqor’s support needs to see something, the request stands here and you decide. You can also let them look before they ask.',
)
export const notOpened = text('This could not be opened')
export const nothingRead = text('Nothing was read')
export const openAuditLog = text('Show in the audit log')
export const openLook = text('Show the look of {name}')
export const outcome = text('How it ended')
export const pastLooks = text('Past')
export const pastShown = text('{count, plural, one {# look} other {# looks}}')
export const projectsWord = text('Projects')
export const readsShown = text('{count, plural, one {# read} other {# reads}}')
export const reason = text('Reason')
export const reasonHint = text('Stands in the audit log, for whoever looks and for you.')
export const reasonMissing = text('Say what they should look at')
export const seeAccess = text('see who of Sonaqor may look in')
export const stateDenied = text('Refused')
export const stateLapsed = text('Never answered')
export const stateOver = text('Over')
export const stateRequested = text('Waiting')
export const stateRunning = text('Running')
export const stateWithdrawn = text('Withdrawn')
export const ticketNumber = text('Ticket {ticket}')
export const ticketWord = text('Ticket')
export const waitingForYou = text('Waiting for your answer')
export const waitingPurpose = text(
  'Until you answer, nothing is seen. A request lapses after seven days.',
)
export const webhooksWord = text('Webhooks, with the payloads held back')
export const whatIsShown = text('What is shown')
export const whatWasRead = text('What was read')
export const when = text('When')
export const who = text('Who')
