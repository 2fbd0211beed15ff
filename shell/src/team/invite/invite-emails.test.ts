import { expect, test } from '@jest/globals'
import { emailsIn } from './invite-emails.ts'

test('TM-1: addresses are found between commas, semicolons, lines and spaces', () => {
  expect(emailsIn('a@x.example, b@x.example;c@x.example\n d@x.example e@x.example\n')).toEqual([
    'a@x.example',
    'b@x.example',
    'c@x.example',
    'd@x.example',
    'e@x.example',
  ])
})

test('TM-1: names before an address are left out, as mail programs write them', () => {
  const pasted = 'Ada Moreau <ada@x.example>, "Hale, Rufus" <rufus@x.example>\nmailto:mei@x.example'
  expect(emailsIn(pasted)).toEqual(['ada@x.example', 'rufus@x.example', 'mei@x.example'])
})

test('TM-1: an address that stands twice is invited once, in whichever letters', () => {
  expect(emailsIn('ada@x.example\nADA@x.example')).toHaveLength(1)
})

test('TM-1: what is no address is not lost, so that it can be told', () => {
  expect(emailsIn('ada@x.example, rufus at x')).toEqual(['ada@x.example', 'rufus', 'at', 'x'])
  expect(emailsIn('  \n ,; ')).toEqual([])
})
