import { expect, test } from '@jest/globals'
import { localeOf } from './locale-of.ts'

test('XC-12: the system decides until somebody chooses, and their region stays theirs', () => {
  expect(localeOf('auto', ['fr-FR', 'de-AT', 'en-US'])).toBe('de-AT')
  expect(localeOf('en', ['fr-FR', 'de-AT', 'en-US'])).toBe('en-US')
  expect(localeOf('de', ['fr-FR'])).toBe('de')
  expect(localeOf('auto', ['DE-at'])).toBe('DE-at')
})

test('XC-12: a language that is not spoken here decides nothing, figures included', () => {
  expect(localeOf('auto', ['fr-FR'])).toBe('en')
  expect(localeOf('auto', [])).toBe('en')
})
