import { expect, test } from '@jest/globals'
import type { NamesIn } from './names-in.ts'

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false

/** Checked by the type checker; at run time it only says that the file was read. */
const holds = <T extends true>(): T | undefined => undefined

test('Quality: the type checker knows which values a text asks for', () => {
  holds<Same<NamesIn<'Issue key'>, never>>()
  holds<Same<NamesIn<'{name} in {app}'>, 'name' | 'app'>>()
  holds<Same<NamesIn<'{count, plural, one {# key} other {# keys}} of {name}'>, 'count' | 'name'>>()
  holds<Same<NamesIn<'{state, select, on {yes} other {no}}'>, 'state'>>()
  holds<
    Same<NamesIn<'{n, plural, one {{who} has one} other {{who} has {n, number}}}'>, 'n' | 'who'>
  >()
  expect(holds<Same<NamesIn<'a {b, number} c'>, 'b'>>()).toBeUndefined()
})
