import { expect, test } from '@jest/globals'
import { keyScopes, scopeTable } from '@sonaqor/contract/access'
import { sayIn } from '@sonaqor/module/texts'
import { allows, byResource } from './scope-words.ts'

const say = sayIn('en')

test('KY-1: whatever a key may be given is told in the words of the one table, under a name of its own', () => {
  const told = keyScopes.map((scope) => {
    const sentence = allows(scope)
    return [scope, sentence && say(sentence)]
  })
  expect(told).toEqual(keyScopes.map((scope) => [scope, scopeTable[scope].allows]))
  expect(byResource(keyScopes).filter(({ title }) => !title)).toEqual([])
})
