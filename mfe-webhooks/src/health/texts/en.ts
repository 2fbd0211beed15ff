import { text } from '@sonaqor/module/texts'

export const asTable = text('As a table')
export const attemptsOf = text('Attempts of {name}')
export const attemptsOverTime = text('Attempts over time')
export const backlogOf = text(
  '{count, plural, =0 {Nothing waits} one {# delivery waits} other {#{more} deliveries wait}}',
)
export const delivered = text('Delivered')
export const disabledCounted = text(
  '{count, plural, one {# endpoint disabled} other {# endpoints disabled}}',
)
export const endpoints = text('Endpoints')
export const failed = text('Failed')
export const healthInWords = text(
  '{share} of {attempts, plural, one {# attempt} other {# attempts}} succeeded, {failed, number} failed',
)
export const lastDay = text('The last 24 hours.')
export const noAttemptsInRange = text('No attempts were made in this time')
export const pausedCounted = text(
  '{count, plural, one {# endpoint paused} other {# endpoints paused}}',
)
export const webhookHealth = text('Webhook health')
