import { text } from '../texts.ts'

export const broughtBack = text('Here is what you had begun')
export const broughtBackDetail = text('Saved {at} and not finished.')
export const copyLink = text('Copy link')
export const keepThis = text('Keep this one')
export const linkToCopy = text('link')
export const production = text('Production')
export const sandbox = text('Sandbox')
export const startOver = text('Start over')
export const takeOther = text('Take the other one')
export const writtenElsewhere = text('There is another draft of this')
export const writtenElsewhereDetail = text(
  'You wrote it {at}, on another device or in another tab. Nothing is kept until you choose.',
)
