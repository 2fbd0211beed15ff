import { expect, test } from '@jest/globals'
import { inTurn } from './in-turn.ts'

test('who is first is heard at once, and the others in their order, whoever ends before', () => {
  const heard: string[] = []
  const [one, two, three] = inTurn(['one', 'two', 'three'], (text) => heard.push(text))
  three!.say('3a ')
  two!.say('2a ')
  one!.say('1a ')
  three!.end()
  expect(heard.join('')).toBe('1a ')
  one!.say('1b ')
  one!.end()
  two!.say('2b ')
  expect(heard.join('')).toBe('1a 1b 2a 2b ')
  two!.end()
  expect(heard.join('')).toBe('1a 1b 2a 2b 3a ')
})
