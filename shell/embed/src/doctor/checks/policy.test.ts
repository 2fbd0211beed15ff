import { expect, test } from '@jest/globals'
import { sayIn } from '@sonaqor/module/texts'
import { readPasted } from './headers.ts'
import { checkIsolation } from './isolation.ts'
import { checkPolicy, mendPolicies, strictPolicy } from './policy.ts'

const sonaqor = 'https://sonaqor.example'
const page = 'https://portal.example.com'
const say = sayIn('en')

const found = (...policies: string[]) =>
  checkPolicy({ policies, reportOnly: [] }, { sonaqor, page }).filter(
    ({ state }) => state !== 'good',
  )
const ids = (...policies: string[]) => found(...policies).map(({ id }) => id)
const snippetOf = (policy: string, id: string) =>
  found(policy).find((finding) => finding.id === id)?.snippet

const portal = [
  "default-src 'none'",
  "script-src 'nonce-abc' 'strict-dynamic'",
  "style-src 'self'",
  `connect-src 'self' ${sonaqor} wss://sonaqor.example`,
  `frame-src ${sonaqor}`,
  "require-trusted-types-for 'script'",
  'trusted-types sonaqor',
]

const withTypes = (names: string) => `${without('trusted-types')}; trusted-types ${names}`
const without = (name: string) => portal.filter((one) => !one.startsWith(name)).join('; ')

test('EM-13: a policy that allows what an embed needs is found in order, as is a page without one', () => {
  expect(found(portal.join('; '))).toEqual([])
  expect(found()).toEqual([])
  expect(found(strictPolicy(sonaqor))).toEqual([])
})

test('EM-13: each directive that is missing is named, with the very line to add', () => {
  expect(ids(without('connect-src'))).toEqual(['policy.connect'])
  expect(snippetOf(without('connect-src'), 'policy.connect')).toBe(
    `connect-src ${sonaqor} wss://sonaqor.example;`,
  )
  expect(ids(without('frame-src'))).toEqual(['policy.frame'])
  expect(snippetOf(without('frame-src'), 'policy.frame')).toBe(`frame-src ${sonaqor};`)
  const named = withTypes('dompurify')
  expect(snippetOf(named, 'policy.types')).toBe('trusted-types dompurify sonaqor;')
  expect(ids(withTypes("'none'"))).toEqual(['policy.types'])
})

test('EM-13: what stands in a list already stays, and what falls back is spelled out', () => {
  expect(snippetOf(`connect-src 'self' ${sonaqor}`, 'policy.connect')).toBe(
    `connect-src 'self' ${sonaqor} wss://sonaqor.example;`,
  )
  expect(snippetOf("default-src 'self'", 'policy.connect')).toBe(
    `connect-src 'self' ${sonaqor} wss://sonaqor.example;`,
  )
  expect(snippetOf("child-src 'self'", 'policy.frame')).toBe(`child-src 'self' ${sonaqor};`)
})

test.each([
  ["script-src 'nonce-abc'", []],
  ["script-src 'sha384-abc' 'strict-dynamic'", []],
  [`script-src 'strict-dynamic' ${sonaqor}`, ['policy.script']],
  [`script-src 'self' ${sonaqor}`, []],
  ['script-src https:', []],
  ['script-src *.example', []],
  ['script-src sonaqor.example', []],
  [`script-src ${sonaqor}/embed/`, ['policy.script']],
  [`script-src ${sonaqor}:8443`, ['policy.script']],
  ["script-src 'self'", ['policy.script']],
  [`script-src 'none'; script-src-elem ${sonaqor}`, []],
  [`script-src ${sonaqor}; script-src-elem 'self'`, ['policy.script']],
])('EM-13: scripts under “%s”', (policy, expected) => {
  expect(ids(policy)).toEqual(expected)
})

test('EM-13: a page obeys all of its policies, and what one of them stops is stopped', () => {
  const [finding] = found(portal.join('; '), "connect-src 'self'")
  expect(finding?.id).toBe('policy.connect')
  expect(finding?.says(say)).toContain('One of 2 policies')
})

test('EM-13: a policy that only reports yet is told of before it is enforced', () => {
  const findings = checkPolicy({ policies: [], reportOnly: ["default-src 'self'"] }, { sonaqor })
  const planned = findings.find(({ id }) => id === 'policy.planned')
  expect(planned?.state).toBe('warning')
  expect(planned?.says(say)).toContain('3 things')
})

test('EM-13: the whole policy that would do is the page’s own with what it lacks, and passes', () => {
  const lacking = "default-src 'self'; script-src 'self'; img-src *; trusted-types lit-html"
  const [mended = ''] = mendPolicies([lacking], { sonaqor, page })
  expect(mended).toContain('img-src *')
  expect(found(mended)).toEqual([])
})

test('EM-13: the answer of curl -I, single headers, a meta element and a bare policy are all read', () => {
  const answer = `HTTP/1.1 301 Moved Permanently
Content-Security-Policy: default-src 'none'
location: https://portal.example.com/

HTTP/2 200
date: Sun, 22 Nov 2026 04:22:17 GMT
content-security-policy: connect-src 'self'; frame-src https://sonaqor.example, img-src *
cross-origin-opener-policy: same-origin
permissions-policy: clipboard-write=(self)
`
  const read = readPasted(answer.replaceAll('\n', '\r\n'))
  expect(read.policies).toEqual([
    "connect-src 'self'; frame-src https://sonaqor.example",
    'img-src *',
  ])
  expect(read).toMatchObject({ opener: 'same-origin', permissions: 'clipboard-write=(self)' })
  const meta = `<meta http-equiv="Content-Security-Policy" content="default-src 'self'">`
  expect(readPasted(meta).policies).toEqual(["default-src 'self'"])
  expect(readPasted("default-src 'self';\n  connect-src https://a.example").policies).toEqual([
    "default-src 'self'; connect-src https://a.example",
  ])
  expect(readPasted('Content-Security-Policy-Report-Only: img-src *').reportOnly).toEqual([
    'img-src *',
  ])
  expect(readPasted('').policies).toEqual([])
})

test('EM-13: headers beside the policy that shut an embed out are named too', () => {
  const headers = (text: string) =>
    checkIsolation(readPasted(text), sonaqor).map(({ id, state }) => `${id} ${state}`)
  expect(headers('content-security-policy: sandbox allow-scripts')).toEqual([
    'policy.sandbox wrong',
  ])
  expect(
    headers('content-security-policy: sandbox allow-scripts allow-same-origin allow-forms'),
  ).toEqual(['policy.sandbox warning'])
  expect(headers('cross-origin-embedder-policy: require-corp; report-to="x"')).toEqual([
    'policy.embedder warning',
  ])
  expect(headers('cross-origin-opener-policy: same-origin')).toEqual(['policy.opener warning'])
  expect(headers('cross-origin-opener-policy: same-origin-allow-popups')).toEqual([])
  expect(headers('permissions-policy: camera=(), clipboard-write=()')).toEqual([
    'policy.clipboard warning',
  ])
  expect(headers(`permissions-policy: clipboard-write=(self "${sonaqor}")`)).toEqual([])
})
