import { text } from '@sonaqor/module/texts'

export const cancel = text('Cancel')
export const done = text('Done')
export const oldUntil = text('Old one, signs until {when}')
export const oldWarning = text('Until then each attempt carries the signatures of both.')
export const overlapDay = text('24 hours')
export const overlapDayMeans = text('For most: time to bring the new one to your receiver.')
export const overlapHour = text('1 hour')
export const overlapHourMeans = text('When you change it right now.')
export const overlapNow = text('End it now')
export const overlapNowMeans = text(
  'When somebody else knows the old one. Your receiver refuses messages until it knows the new one.',
)
export const overlapQuestion = text('How long should the old one sign as well?')
export const overlapWeek = text('7 days')
export const overlapWeekMeans = text('When the receiver is somebody else’s.')
export const publicKey = text('Public key')
export const publicWarning = text('It is no secret: it verifies, and signs nothing.')
export const rotate = text('Rotate secret')
export const rotationMeans = text(
  'It gets a new one. Messages are signed with both while they overlap, so that your receiver misses nothing.',
)
export const secret = text('Webhook secret')
export const secretOf = text('The secret of “{name}”')
export const secretShown = text('This is what your receiver verifies with')
export const secretWarning = text(
  'Whoever has it can sign messages in our name. Keep it where your receiver keeps its secrets; you can be shown it again.',
)
export const seeSecrets = text('see the secrets of endpoints')
export const showingIsAudited = text(
  'Whoever has it can sign messages in our name. That you were shown it stands in the audit log.',
)
export const showSecret = text('Show secret')
export const twoAlready = text('Two secrets sign already')
export const twoAlreadyMeans = text(
  'The old one signs until {when}, and ends at once if you rotate now.',
)
export const wasRotated = text('Secret rotated')
