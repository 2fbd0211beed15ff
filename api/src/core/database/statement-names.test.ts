import { expect, test } from '@jest/globals'
import { createStatementNames } from './statement-names.ts'

const namesAfter = (calls: number, texts: readonly string[]) => {
  const nameOf = createStatementNames()
  let names: (string | undefined)[] = []
  for (let call = 0; call < calls; call += 1) names = texts.map(nameOf)
  return names
}

test('a statement that comes again and again gets a name, and each its own', () => {
  const texts = [
    'select a from t',
    'select count(*) from t',
    'select "listed".* from (select a from t)',
  ]
  expect(namesAfter(4, texts)).toEqual([undefined, undefined, undefined])
  expect(namesAfter(5, texts)).toEqual(['s0', 's1', 's2'])
})

test('a statement whose columns a migration can change gets none', () => {
  const texts = [
    'select * from t',
    'select "t".* from t',
    'insert into t default values returning *',
  ]
  expect(namesAfter(50, texts)).toEqual([undefined, undefined, undefined])
})

test('however many statements there are, a connection keeps a bounded number of them', () => {
  const texts = Array.from({ length: 5000 }, (_, i) => `select a from t where b in (${i})`)
  const named = new Set(namesAfter(20, texts))
  expect(named.size).toBeLessThanOrEqual(401)
})
