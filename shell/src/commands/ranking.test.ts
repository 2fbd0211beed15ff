import { expect, test } from '@jest/globals'
import type { Command } from './command.ts'
import { ranked } from './ranking.ts'

const command = (title: string, words = ''): Command => ({
  id: title,
  title,
  words,
  group: 'pages',
  run: () => undefined,
})

const commands = [
  command('Sign out', 'log off'),
  command('Projects'),
  command('API keys'),
  command('Logs', 'requests'),
  command('Switch to Müller & Söhne', 'tenant'),
  command('Use the dark theme', 'appearance'),
]

const found = (query: string, recent: readonly string[] = []) =>
  ranked(commands, query, recent).map(({ title }) => title)

test('what begins with the query comes before what contains it', () => {
  expect(found('log')).toEqual(['Logs', 'Sign out'])
  expect(found('s')[0]).toBe('Sign out')
  expect(found('key')).toEqual(['API keys'])
})

test('each word has to be found, in whatever order', () => {
  expect(found('theme dark')).toEqual(['Use the dark theme'])
  expect(found('dark keys')).toEqual([])
})

test('other words, accents and letters in their order lead to it as well', () => {
  expect(found('requests')).toEqual(['Logs'])
  expect(found('muller')).toEqual(['Switch to Müller & Söhne'])
  expect(found('apk')).toEqual(['API keys'])
  expect(found('zz')).toEqual([])
})

test('among equals, what was done lately comes first; without a query all are there', () => {
  expect(found('', ['Logs', 'API keys']).slice(0, 3)).toEqual(['Logs', 'API keys', 'Sign out'])
  expect(found('')).toHaveLength(commands.length)
})
