import { describe, expect, test } from '@jest/globals'
import { z } from 'zod'
import {
  complianceScopes,
  embedScopes,
  keyScopes,
  roles,
  scopes,
  scopesOf,
  scopeTable,
} from './access.ts'
import { post } from './endpoint.ts'
import { ModuleFile, version, ViewManifest } from './manifest.ts'
import { batchMax, oneOrMany } from './ingest.ts'
import { Page } from './page.ts'
import {
  Attributes,
  Country,
  Currency,
  Decimal,
  Email,
  InstantIn,
  Origin,
  PositiveDecimal,
  text,
} from './values.ts'

const takes = (schema: z.ZodType, values: readonly unknown[]) =>
  values.filter((value) => !schema.safeParse(value).success)
const refuses = (schema: z.ZodType, values: readonly unknown[]) =>
  values.filter((value) => schema.safeParse(value).success)

describe('a value', () => {
  test.each<[string, z.ZodType, unknown[], unknown[]]>([
    [
      'decimal',
      Decimal,
      ['0', '12.50', '-3', '999999999999999.999999'],
      ['', '1,5', '01', '.5', '5.', '1e3', '1.1234567', '1'.repeat(16), 5, 'NaN'],
    ],
    ['decimal that is not negative', PositiveDecimal, ['0', '0.001'], ['-1', '-0.5']],
    [
      'origin',
      Origin,
      [
        'https://a.example',
        'http://127.0.0.1:4100',
        'http://[::1]:4100',
        'https://xn--bcher-kva.example',
      ],
      [
        'https://a.example/',
        'https://a.example/x',
        'a.example',
        'ftp://a.example',
        'null',
        'https://A.example',
        'javascript:alert(1)',
        '*',
        'https://*',
        'https://*.example',
        'https://a;sandbox',
        'https://a,b.example',
        "https://a'b.example",
        'https://bücher.example',
      ],
    ],
    [
      'e-mail address',
      Email,
      ['ada@acme.example', "o'neil+team@mail.acme.example"],
      ['', 'ada', '@acme.example', 'jörg@acme.example', `${'a'.repeat(250)}@a.example`, 5],
    ],
    [
      'instant to send',
      InstantIn,
      ['2026-01-01T00:00:00Z', '2026-01-01T00:00:00.123+02:00'],
      ['2026-01-01', '2026-02-30T00:00:00Z', '2026-01-01T25:00:00Z', 1],
    ],
    [
      'currency',
      Currency,
      ['EUR', 'INR', 'XCG', 'DEM', 'XAU'],
      ['ZZZ', 'XXX', 'eur', 'EURO', 'AAA'],
    ],
    ['country', Country, ['DE', 'GB', 'XK', 'SS'], ['ZZ', 'AA', 'UK', 'EU', 'XA', 'de', 'DEU']],
    ['text', text(3), ['a', 'äöü', ' a '], ['', '   ', 'abcd', 'a\nb', 'a\u0007', 5]],
    [
      'text that looks like what it is',
      text(20),
      [
        'می‌خواهم',
        'क्‍ष',
        '👩‍💻',
        'אבג',
        'Zoë',
        'naïve café',
        '❤️ 1️⃣ ℹ️',
        '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}',
        '#1',
        '漢字',
      ],
      [
        'a\u202eb',
        'a\u2066b',
        'a\u200fb',
        'a\u200bb',
        'a\u200cb',
        'ad\u200dmin',
        'a\u2060',
        'a\u00adb',
        'a\u2028b',
        'a\u034fb',
        '\u2800',
        '\u3164',
        '\u0301\u0308',
        '\u0301 \u0301',
        '\ue000',
        '\ufe0f',
        'a\ufe0f',
        'a\u{e0041}',
      ],
    ],
    [
      'set of attributes',
      Attributes,
      [{}, { tier: 'gold', n: 1, ok: true, none: null }],
      [
        { a: [1] },
        { a: {} },
        { '': 1 },
        { ['x'.repeat(65)]: 1 },
        Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`a${i}`, i])),
      ],
    ],
    [
      'page',
      Page,
      [{}, { limit: '200', cursor: 'x' }],
      [{ limit: 0 }, { limit: 201 }, { limit: 1.5 }, { offset: 1 }],
    ],
    [
      'path of a module file',
      ModuleFile.shape.path,
      ['a.js', 'chunks/b.css'],
      ['../a.js', 'a/../../b', '/a', 'a b', ''],
    ],
    ['version', version, ['1.4.0', '0.1.0-3fa8c210'], ['1.4', 'v1.4.0', '1.4.0+x', '1.4.0-A/B']],
    [
      'name of a view',
      ViewManifest.shape.name,
      ['keys.list'],
      ['keys', 'Keys.list', 'keys.list.x'],
    ],
  ])('that is a %s', (_, schema, right, wrong) => {
    expect(takes(schema, right)).toEqual([])
    expect(refuses(schema, wrong)).toEqual([])
  })

  test('that is a text is trimmed', () => {
    expect(text(3).parse(' abc ')).toBe('abc')
  })
})

test('rows come one by one or under items, never more than the bound', () => {
  const body = oneOrMany(
    z.strictObject({ externalId: text(9), kind: z.string().default('person') }),
  )
  const row = { externalId: 'c-1' }
  expect(body.parse(row)).toMatchObject({ kind: 'person', ...row })
  expect(body.parse({ items: [row, 'whatever'] })).toEqual({ items: [row, 'whatever'] })
  expect(
    refuses(body, [
      { items: [] },
      { items: Array.from({ length: batchMax + 1 }, () => row) },
      { items: [row], more: 1 },
      {},
    ]),
  ).toEqual([])
})

describe('scopes', () => {
  test('of an owner are all but those of compliance, and of each further role a part of them', () => {
    const ofRoles = scopes.filter((scope) => !complianceScopes.includes(scope))
    expect(scopesOf('owner')).toEqual(ofRoles)
    expect(complianceScopes).toContain('sar:read')
    for (const role of roles) expect(scopes).toEqual(expect.arrayContaining([...scopesOf(role)]))
  })

  test('keep customer data from developers, and keys, logs and the audit log from who only looks', () => {
    expect(scopesOf('developer')).not.toContain('customers:read')
    expect(scopesOf('developer')).toEqual(
      expect.arrayContaining(['keys:write', 'customers:ingest']),
    )
    for (const role of ['analyst', 'viewer'] as const) {
      const held = scopesOf(role)
      expect(held.filter((name) => /^(keys|logs|audit):|:write$|:ingest$/.test(name))).toEqual([])
    }
  })

  test('give an embed session nothing that writes customers or opens further sessions', () => {
    for (const name of ['customers:ingest', 'transactions:ingest', 'embeds:create', 'audit:read']) {
      expect(embedScopes).not.toContain(name)
    }
    expect(keyScopes).toEqual(expect.arrayContaining([...embedScopes]))
  })

  test('are given to a key only where an operation that it may call asks for them', () => {
    for (const name of ['projects:write', 'team:write']) expect(keyScopes).not.toContain(name)
    for (const name of ['keys:write', 'apps:write', 'customers:read'])
      expect(keyScopes).toContain(name)
  })

  test('are named resource:verb, each with a sentence of what it allows', () => {
    for (const [name, { allows }] of Object.entries(scopeTable)) {
      expect(name).toMatch(/^[a-z]+:[a-z]+$/)
      expect(allows).toMatch(/^[A-Z].*[^.]$/)
    }
  })
})

test('an endpoint without access does not compile', () => {
  // @ts-expect-error who may call is never left open
  expect(post('/x', { summary: 'Do something' }).path).toBe('/x')
  // @ts-expect-error a scope that is not in the table opens nothing
  expect(post('/x', { access: 'x:read', summary: 'Do something' }).path).toBe('/x')
})
