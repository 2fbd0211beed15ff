import { expect, test } from '@jest/globals'
import { languages, loadTexts, sayIn } from '../texts/index.ts'
import { failureOf, failureOfReading, faultsOf } from './problem.ts'

const english = sayIn('en')

test('a fault is told by the field that it points into, however deep', () => {
  const problem = {
    title: 'Some fields are not valid',
    detail: 'Two fields are not valid.',
    errors: [
      { pointer: '#/label', detail: 'must not be empty' },
      { pointer: '#/scopes/2', detail: 'must not name a scope twice' },
    ],
  }
  expect(faultsOf({ problem }, english)).toEqual({
    label: 'Must not be empty.',
    scopes: 'Must not name a scope twice.',
  })
})

test('an error that is no problem has no faults', () => {
  expect(faultsOf(new TypeError('Failed to fetch'), english)).toEqual({})
  expect(faultsOf(null, english)).toEqual({})
})

test('a reading that is refused has no fields to mend: what was refused is named', () => {
  const problem = {
    code: 'invalid',
    title: 'Some fields are not valid',
    detail: 'One field is not valid.',
    instance: 'request-77',
    errors: [{ pointer: '?path', detail: 'must not contain control characters' }],
  }
  expect(failureOfReading({ problem }, english)).toMatchObject({
    reason: 'path must not contain control characters.',
    advice: 'Change or clear the filters and try again.',
    requestId: 'request-77',
  })
  expect(failureOf({ problem }, english).advice).toBe('Correct the marked fields.')
})

test('any other failure of a reading is told as it is', () => {
  const error = new TypeError('Failed to fetch')
  expect(failureOfReading(error, english)).toEqual(failureOf(error, english))
})

test('a problem is told in the language of the reader, and by the server where it has no words', async () => {
  await loadTexts('de', languages)
  const say = sayIn('de')
  const problem = { title: 'Nothing is there', detail: 'There is no such key.' }
  expect(failureOf({ problem: { ...problem, code: 'not-found' } }, say)).toMatchObject({
    title: 'Hier ist nichts',
    reason: 'Unter dieser Adresse gibt es nichts.',
  })
  expect(failureOf({ problem: { ...problem, code: 'brand-new' } }, say)).toMatchObject({
    title: problem.title,
    reason: problem.detail,
  })
  expect(failureOf({ problem: { ...problem, code: 'not-found' } }, english).reason).toBe(
    'There is no such key.',
  )
})

test('what is wrong with a field is told so too', async () => {
  await loadTexts('de', languages)
  const errors = [
    { pointer: '#/label', detail: 'must have at most 80 characters' },
    { pointer: '#/name', detail: 'is the name of another project' },
    { pointer: '#/mcc', detail: 'must be four digits' },
  ]
  expect(faultsOf({ problem: { title: '', detail: '', errors } }, sayIn('de'))).toEqual({
    label: 'Darf höchstens 80 Zeichen haben.',
    name: 'Dieser Name ist bereits vergeben.',
    mcc: 'Must be four digits.',
  })
})

const invalid = { title: '', detail: '', code: 'invalid' }

test.each([
  ['must not contain control characters', 'Darf keine Steuerzeichen enthalten.'],
  [
    'must not contain marks of writing direction',
    'Darf keine Zeichen enthalten, die die Schreibrichtung ändern.',
  ],
  ['must not contain invisible characters', 'Darf keine unsichtbaren Zeichen enthalten.'],
  [
    'must have a visible letter, number or sign',
    'Muss einen sichtbaren Buchstaben, eine Ziffer oder ein Zeichen enthalten.',
  ],
  [
    'must not hold the secret of an API key: it would stand there for everybody to read',
    'Darf kein Geheimnis eines API-Schlüssels enthalten: Hier könnte es jeder lesen.',
  ],
  [
    'must be an address or a range like "203.0.113.0/24" or "2001:db8::/32"',
    'Muss eine Adresse oder ein Bereich wie „203.0.113.0/24“ sein.',
  ],
  ['must be at most 3000', 'Darf höchstens 3.000 sein.'],
  ['must be at least 1', 'Muss mindestens 1 sein.'],
])(
  'Quality: what the API checks of a field is told below it in a sentence of the reader: %s',
  async (detail, told) => {
    await loadTexts('de', languages)
    const errors = [{ pointer: '#/label', detail }]
    expect(faultsOf({ problem: { ...invalid, errors } }, sayIn('de'))).toEqual({ label: told })
  },
)

test('LG-2: who may not look at more lines at once is told that in German too', async () => {
  await loadTexts('de', languages)
  const detail = 'At most 3 searches that look at each line go on at once.'
  const problem = { ...invalid, code: 'quota-exceeded', title: 'Too many requests', detail }
  expect(failureOfReading({ problem }, sayIn('de'))).toMatchObject({
    title: 'Zu viele Anfragen',
    reason: expect.stringMatching(/so viele Suchen, die jede Zeile ansehen/),
  })
  expect(failureOfReading({ problem }, sayIn('en')).reason).toBe(detail)
})
