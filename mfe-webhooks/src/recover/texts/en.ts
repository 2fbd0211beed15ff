import { text } from '@sonaqor/module/texts'

export const atMostPerSecond = text('Deliveries a second')
export const cancel = text('Cancel')
export const delivered = text('Delivered')
export const deliveredMeans = text(
  'Your receiver gets these a second time, with the same event id.',
)
export const done = text('Done')
export const everyType = text('All types')
export const failed = text('Failed')
export const failedMeans = text('Given up after the last attempt.')
export const fromTo = text('{from} to {to}')
export const givenUpSince = text('Given up in')
export const goesOn = text('It goes on when you leave; you find it among the jobs.')
export const goesOnHere = text('It goes on when you leave.')
export const jobFailed = text('Something went wrong on our side. Support finds it by {id}.')
export const lastDay = text('the last 24 hours')
export const lastHour = text('the last hour')
export const lastMonth = text('the last 30 days')
export const lastWeek = text('the last 7 days')
export const missing = text('Never sent')
export const missingMeans = text(
  'Events that it would get today, from before it was added or subscribed.',
)
export const nothingToSend = text('There is nothing to send')
export const nothingToSendDetail = text('Choose a longer range, or other deliveries.')
export const notStopped = text('This did not take place')
export const otherTime = text('another time…')
export const paceHint = text(
  'How fast they are put in line; left empty, as fast as the endpoint takes them.',
)
export const paceStrange = text('Enter a whole number from 1 to {most, number}.')
export const putInLine = text(
  '{count, plural, one {# delivery put in line} other {# deliveries put in line}}',
)
export const replay = text('Replay')
export const replayMeans = text(
  'Events of a range are sent again, each with the id that it had. First you see what that would be.',
)
export const replayTo = text('Replay a range to “{name}”')
export const retryFailed = text('Retry what failed')
export const retryFailedMeans = text(
  'All deliveries that were given up since then are put in line once more.',
)
export const retryFailedOf = text('Retry what failed for “{name}”')
export const sendAgain = text('{count, plural, one {Send # delivery} other {Send # deliveries}}')
export const sends = text(
  '{count, plural, one {# delivery would be sent} other {# deliveries would be sent}}',
)
export const sendsAtLeast = text('At least {count, number} deliveries would be sent')
export const sendsTo = text('To {url}')
export const sentBefore = text(
  '{count, plural, =0 {It was stopped before anything was put in line.} one {It was stopped after # delivery was put in line, which is still sent.} other {It was stopped after # deliveries were put in line, which are still sent.}}',
)
export const showPreview = text('Show what would be sent')
export const since = text('Since')
export const skipped = text('Skipped')
export const skippedMeans = text('Kept while the endpoint was paused or disabled.')
export const speed = text('Speed')
export const speedOf = text(
  '{count, number} a second, {seconds, plural, one {about a second} other {about # seconds}} in all',
)
export const stage = text('Putting deliveries in line')
export const statesMissing = text('Choose at least one.')
export const time = text('Time')
export const timeMissing = text('Enter a date and a time.')
export const type = text('Event type')
export const unit = text('deliveries')
export const whatOf = text('Which deliveries')
