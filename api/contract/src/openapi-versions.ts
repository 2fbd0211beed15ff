/** What the OpenAPI document says of the dated versions: how one is named, told, and given up. */
import { apiVersions } from './api-versions.ts'
import type { Deprecated } from './endpoint.ts'

type Json = Record<string, unknown>

const dates = apiVersions.map(({ date }) => date)

/** Every version, with what it changed. */
export const versionsInfo: readonly Json[] = apiVersions.map(({ date, changes, deprecated }) =>
  Object.assign({ version: date, changes: [...changes] }, deprecation(deprecated)),
)

export const versionParameter: Json = {
  name: 'Sonaqor-Version',
  in: 'header',
  required: false,
  description: 'The version of the API for this call; that of the app where it is left out.',
  schema: { type: 'string', enum: dates },
}

const headers = {
  'Sonaqor-Version': 'The version of the API in which it is answered',
  Deprecation: 'Since when the operation or the version is deprecated, as RFC 9745 has it',
  Sunset: 'From when on it may not work any more, as RFC 8594 has it',
  'RateLimit-Policy': 'Each quota that the call was counted in, the narrowest first',
  RateLimit: 'What is left of each, and after how many seconds it is whole again',
}

export const headerComponents: Json = Object.fromEntries(
  Object.entries(headers).map(([name, description]) => [
    name,
    { description, schema: { type: 'string' } },
  ]),
)

export const answerHeaders: Json = Object.fromEntries(
  Object.keys(headers).map((name) => [name, { $ref: `#/components/headers/${name}` }]),
)

export function deprecation(of: Deprecated | undefined): Json {
  if (!of) return {}
  const { since, sunset } = of
  return {
    deprecated: true,
    'x-deprecated-since': since,
    ...(sunset ? { 'x-sunset': sunset } : {}),
  }
}
