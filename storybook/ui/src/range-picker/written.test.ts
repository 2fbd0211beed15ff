import { expect, test } from '@jest/globals'
import { fromWritten, toWritten } from './written.ts'

const at = (text: string) => new Date(text).toISOString()
const morning = at('2026-11-20T08:05')

test.each([
  ['en', '11/20/2026 8:05 AM'],
  ['en-GB', '20/11/2026 08:05'],
  ['de', '20.11.2026 08:05'],
  ['ar', '20/11/2026 08:05'],
])('in %s an instant is written as %s, and read as it was written', (locale, written) => {
  expect(toWritten(morning, locale)).toBe(written)
  expect(fromWritten(written, locale)).toBe(morning)
})

test.each([
  'en',
  'en-GB',
  'en-AU',
  'de',
  'ar',
  'es-AR',
  'es-MX',
  'pt-BR',
  'fr-CA',
  'ja',
  'hi',
  'fa',
  'th',
  'ky',
])('in %s each half of a day is read as it was written', (locale) => {
  const hours = ['00:05', '08:05', '12:05', '20:05'].map((time) => at(`2026-11-20T${time}`))
  expect(hours.map((hour) => fromWritten(toWritten(hour, locale), locale))).toEqual(hours)
})

test.each([
  ['de', '20.11.26, 8:05'],
  ['de', ' 20.11.2026, 08:05 Uhr'],
  ['de', '2026-11-20 08:05'],
  ['en', '11/20/2026, 8:05 AM'],
  ['ar', '٢٠/١١/٢٠٢٦ ٠٨:٠٥'],
])('in %s "%s" is understood as well', (locale, written) => {
  expect(fromWritten(written, locale)).toBe(morning)
})

test('an hour of the afternoon, noon and midnight are told apart', () => {
  expect(fromWritten('11/20/2026 8 pm', 'en')).toBe(at('2026-11-20T20:00'))
  expect(fromWritten('11/20/2026 12:30 p.m.', 'en')).toBe(at('2026-11-20T12:30'))
  expect(fromWritten('11/20/2026 12:30 AM', 'en')).toBe(at('2026-11-20T00:30'))
})

test('a day alone is meant from its beginning to its end', () => {
  expect(fromWritten('20.11.2026', 'de')).toBe(at('2026-11-20T00:00'))
  expect(fromWritten('30/11/2026', 'en-GB', 'to')).toBe(at('2026-12-01T00:00'))
})

test.each([
  '',
  '20.11.',
  '31.02.2026',
  '31.02.2026 08:00',
  '20.11.2026 24:00',
  '20.11.2026 08:60',
  'gestern',
])('what is no date with a time is not read as one: "%s"', (written) => {
  expect(fromWritten(written, 'de')).toBeUndefined()
})
