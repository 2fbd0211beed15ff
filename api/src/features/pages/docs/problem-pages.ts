import { problemCodes, problems, problemType, type ProblemCode } from '@sonaqor/contract'
import { html } from '../html.ts'
import { code, prose, table, type DocsPage } from './layout.ts'

/** What usually stands behind each refusal, the commonest cause first. */
const causes: Readonly<Record<ProblemCode, readonly string[]>> = {
  'bad-request': [
    'The body is not JSON, or was cut off on its way.',
    'A cursor was changed, or is used with another filter or sort than the one that it was given for.',
    'A header such as `Idempotency-Key` or `If-Match` cannot be read.',
    '`Sonaqor-Version` names a version of the API that there is not; `versions` lists those that there are.',
  ],
  unauthenticated: [
    'There is no `Authorization` header, or it does not begin with `Bearer`.',
    'The API key was revoked or has expired. Both hold from the very next request on.',
    'A character of the key is missing: keys carry a checksum, so that this is noticed at once.',
    'An embed token is older than its five minutes, or its session or key was ended.',
  ],
  'second-factor-required': [
    'The person has set up a second factor, and this browser is not one that they trust. The `ticket` holds for ten minutes and ten tries.',
  ],
  'sso-required': [
    'The domain of the address belongs to a tenant that lets its people in by its own provider alone. Whether there is such a person, and whether the password was right, is not told. Owners come in with their password all the same.',
  ],
  'sign-on-failed': [
    'Ten minutes have passed since it was begun, it was finished already, or it was begun in another browser: `reason` is `over`.',
    'The provider does not answer, or what it said could not be confirmed: `provider-failed`, `not-proved`.',
    'The person is not let in: `email-unverified`, `email-unusable`, `other-domain`, `no-member`, `kept-out`, `other-account`.',
  ],
  'step-up-required': [
    'The act does lasting harm in the wrong hands, and the last proof of a second factor is older than five minutes.',
    '`stepUp` is `operation`: a proof is wanted for this one call, and none came in `Step-Up-Proof`, or one for another call. The proof is asked for with the `operation` of the problem, and holds for the very same path, query and body.',
    'The person has no second factor yet: `methods` is empty, and one has to be set up first.',
  ],
  forbidden: [
    'The credential lacks the scope that `scope` names.',
    'An embed token is used from an origin that is not among the origins of its session.',
    'An embed session without a `user` can only read.',
  ],
  'tenant-suspended': [
    'Sonaqor has suspended the tenant: an unpaid invoice, or something that had to be stopped. Keys, embed sessions and members of it are refused alike, and nothing is deleted.',
  ],
  'access-suspended': [
    'Whoever signs in has proved who they are, and somebody with the right to has suspended their access: in a tenant, or as one of Sonaqor’s staff.',
  ],
  'not-found': [
    'The id belongs to another tenant, another environment, or an app that the credential does not reach.',
    'The thing was deleted.',
    'The address is mistyped; every address of the API begins with `/v1/`.',
  ],
  gone: [
    'The link to a file was followed already: it works once.',
    'The link has waited too long: it is for the download at once, and not for keeping.',
  ],
  'method-not-allowed': ['The address exists, but for another method.'],
  conflict: [
    'Something with the same name or id exists already, with other content.',
    'The first request with this `Idempotency-Key` is still running.',
    'A logged request is to be sent again that was made in production without `copyToSandbox`, or whose answer shows a secret or is a file.',
  ],
  'precondition-failed': ['The revision in `If-Match` is older than the one that is stored.'],
  'too-large': ['The body is larger than 64 KiB, or 4 MiB where many rows are sent.'],
  'unsupported-media-type': ['The `Content-Type` header is missing, or is not `application/json`.'],
  invalid: [
    'A required field is missing, or a field has another type or format than the contract says.',
    'A field is not known. Unknown fields are refused, so that a mistyped one is noticed.',
  ],
  'idempotency-mismatch': [
    'The same `Idempotency-Key` came with another method, address or body within 24 hours.',
  ],
  'quota-exceeded': [
    'More requests came than a quota in the `RateLimit-Policy` header allows. `RateLimit` says how many remain of each and for how long, and `violated-policies` which one it was: `key` is that of the key and its sessions, `app` that of all keys of the app, `tenant` that of the plan, and with `-sessions` the half of those that embed sessions may take. A request that is refused by one is not counted in the others; one that leads nowhere or is not allowed counts like any.',
    'Searches of the logs that have to look at each line are few at once: three of one caller, six of a tenant. Such a refusal names no policy; ask again when one of them is over, or narrow the search to an app, a key, a status or a method, which is found without looking.',
  ],
  internal: ['A fault of ours. It has been recorded under the request id.'],
  overloaded: [
    'More work came at once than the service takes on. Nothing was done with the request.',
  ],
}

/** `type` of every problem leads to one of these pages; quotas have a type of IANA's and a page all the same. */
export function problemPages(): readonly DocsPage[] {
  const overview: DocsPage = {
    path: '/docs/problems',
    title: 'Problems',
    lead: 'Every refusal is application/problem+json (RFC 9457) with one of these codes.',
    content: table(
      ['Code', 'Status', 'Meaning'],
      problemCodes.map((name) => [
        html`<a href="/docs/problems/${name}"><code>${name}</code></a>`,
        String(problems[name].status),
        problems[name].title,
      ]),
    ),
  }
  return [overview, ...problemCodes.map(problemPage)]
}

function problemPage(name: ProblemCode): DocsPage {
  const { status, title, fix } = problems[name]
  const example = {
    type: problemType(name),
    title,
    status,
    code: name,
    detail: 'What was wrong with this one request.',
    instance: '0199f0a2-6f6c-7cc5-9a3e-3d1b9a3c5f10',
    ...(name === 'invalid' ? { errors: [{ detail: 'is required', pointer: '#/label' }] } : {}),
    ...(name === 'forbidden' ? { scope: 'keys:write' } : {}),
  }
  return {
    path: `/docs/problems/${name}`,
    title,
    lead: `HTTP ${status}, code ${name}.`,
    content: html`${
        name === 'quota-exceeded' &&
        html`<p>
          Its <code>type</code> is <code>${problemType(name)}</code>, which IANA has registered for
          every API alike; all others lead to a page of ours.
        </p>`
      }
      <h2>Why it happens</h2>
      <ul>
        ${causes[name].map((cause) => html`<li>${prose(cause)}</li>`)}
      </ul>
      <h2>What to do</h2>
      <p>${prose(fix)}</p>
      <p>
        The request id stands in <code>instance</code> and in the <code>X-Request-Id</code> header;
        our support finds the request by it, and its entry in your <a href="/logs">logs</a> shows
        it.
      </p>
      ${code(JSON.stringify(example, null, 2), 'Example')}`,
  }
}
