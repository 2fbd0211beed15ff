import { text } from '../texts.ts'

export const broughtBack = text('Hier ist, was Sie begonnen hatten')
export const broughtBackDetail = text('Gespeichert {at} und nicht abgeschlossen.')
export const copyLink = text('Link kopieren')
export const keepThis = text('Diesen behalten')
export const linkToCopy = text('Link')
export const production = text('Produktion')
export const sandbox = text('Sandbox')
export const startOver = text('Neu beginnen')
export const takeOther = text('Den anderen übernehmen')
export const writtenElsewhere = text('Es gibt einen weiteren Entwurf davon')
export const writtenElsewhereDetail = text(
  'Sie haben ihn {at} geschrieben, auf einem anderen Gerät oder in einem anderen Tab. Es wird nichts gespeichert, bis Sie gewählt haben.',
)
