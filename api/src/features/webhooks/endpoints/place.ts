/** Which app an endpoint stands with, and whose events it may get there. */
import { endpointsMax } from '@sonaqor/contract/webhook-bounds'
import { Problem } from '../../../core/problems/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import type { EndpointRow } from './endpoints.store.ts'

/** What other apps do is for people of the team: a key and its pages are of one app. */
export function requireReach({ principal }: Scope, reach: EndpointRow['reach']): void {
  if (reach === 'app' || principal.kind === 'member') return
  throw new Problem('forbidden', {
    detail:
      'Only a signed-in member can have the events of all apps delivered: `reach` must be `app`.',
    errors: [{ detail: 'must be `app` for a key and its pages', pointer: '#/reach' }],
  })
}

/** Whoever is held to its app would find there what the others did. */
export const staysWide = () =>
  new Problem('conflict', {
    detail:
      'Deliveries of what other apps did stand with this endpoint. Make another one for the events of its app alone.',
    errors: [{ detail: 'must stay `environment`', pointer: '#/reach' }],
  })

export function ownApp({ principal: { appIds } }: Scope): string {
  const [own] = appIds === 'all' ? [] : appIds
  if (own) return own
  throw new Problem('invalid', {
    detail: 'Say for which app: only a key has one of its own.',
    errors: [{ detail: 'is missing', pointer: '#/appId' }],
  })
}

/** What a body names and is not the caller's is a wrong field, like any other. */
export function noApp(): never {
  throw new Problem('invalid', {
    detail: 'The app is not one of yours.',
    errors: [{ detail: 'is not one of your apps', pointer: '#/appId' }],
  })
}

export const tooMany = () =>
  new Problem('conflict', {
    detail: `An app has ${endpointsMax} webhook endpoints at most. Delete one that is not used.`,
    errors: [{ detail: 'is an app that has no room for another one', pointer: '#/appId' }],
  })
