import { createRequire } from 'node:module'
import { createContext, runInContext } from 'node:vm'
import { expect, test } from '@jest/globals'

const { sheetsTogether } = createRequire(import.meta.url)('./sheets-together-plugin.cjs') as {
  sheetsTogether: (code: string) => string
}

const strictly = '"use strict";'
const sheet = (text: string) => `(s=new CSSStyleSheet).replaceSync(${text})`
const code = `${strictly}(()=>{let s;${sheet('`.a{b:c}`')};${sheet('".d{content:\'\\"\'}"')};whose=function(){return this}()})()`

/** What the sheets of a script hold once it ran, and what it left in its page. */
function ran(script: string) {
  const held: string[] = []
  class CSSStyleSheet {
    replaceSync = (text: string) => held.push(text)
  }
  const page = createContext({ CSSStyleSheet, whose: 'nobody' })
  runInContext(script, page)
  const names = runInContext('typeof _sheets', page) as string
  return { held, whose: page['whose'] as unknown, names }
}

test('Quality: the sheets of a script stand together at its beginning, and each holds what it held', () => {
  const together = sheetsTogether(code)
  expect(together.startsWith(`${strictly}{let _sheets=[\`.a{b:c}\`,`)).toBe(true)
  expect(ran(together)).toEqual({ ...ran(code), names: 'undefined' })
  expect(ran(together).held).toEqual(['.a{b:c}', `.d{content:'"'}`])
  expect(ran(together).whose).toBeUndefined()
})

test('Quality: a script of one sheet, or of none, stays as it is', () => {
  const one = `${strictly}(()=>{let s;${sheet('`.a{b:c}`')}})()`
  expect(sheetsTogether(one)).toBe(one)
})

test('Quality: a script that has something by the name of the list is refused, and not broken', () => {
  expect(() => sheetsTogether(code.replace('let s;', 'let s,_sheets;'))).toThrow(/_sheets/)
})
