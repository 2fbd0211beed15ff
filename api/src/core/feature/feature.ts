import type { EventType } from '@sonaqor/contract/event'
import type { Middleware } from 'koa'
import type { Authenticator } from '../access/index.ts'
import type { SealedStore } from '../crypto/index.ts'
import type { Foundation } from '../foundation/index.ts'
import type { Route } from '../implement/index.ts'
import type { LiveStream } from '../live/index.ts'
import type { Check, Command, EventReader, JobRunner, Recorder } from './parts.ts'

/** All that one feature gives the process. `app.ts` names every feature once. */
export interface Feature {
  readonly name: string
  readonly routes?: readonly Route[]
  /** What it tells of; of what no feature names, no screen hears. */
  readonly events?: Readonly<Record<string, EventType>>
  readonly authenticators?: readonly Authenticator[]
  readonly jobs?: readonly JobRunner[]
  readonly readers?: readonly EventReader[]
  /** Begins what goes on by itself in the worker, and is no job; closed at a graceful stop. */
  readonly work?: () => { close(): Promise<void> }
  readonly checks?: readonly Check[]
  /** What it keeps sealed, so that it is sealed anew when a data key is replaced. */
  readonly sealed?: readonly SealedStore[]
  readonly streams?: readonly LiveStream[]
  /** See every exchange of the API just before its answer leaves. */
  readonly recorders?: readonly Recorder[]
  /** Serve what is not the API: pages, modules, docs. Asked in the order of the features. */
  readonly middleware?: readonly Middleware[]
  /** The same at the origin of Sonaqor's own staff, where nothing of the other is answered. */
  readonly staffMiddleware?: readonly Middleware[]
  /** Run from the command line: `node server.ts <name> …`; what they return is printed. */
  readonly commands?: Readonly<Record<string, Command>>
  /** Called once at a graceful stop, after the last answer has left. */
  readonly close?: () => Promise<void>
}

/** A feature that holds something long-lived is made from the foundation, once per process. */
export type FeatureMaker = Feature | ((foundation: Foundation) => Feature)

/** Names a feature, so that its parts are checked where they are written. */
export function feature(parts: Feature): Feature {
  return parts
}

export function featuresOf(
  makers: readonly FeatureMaker[],
  foundation: Foundation,
): readonly Feature[] {
  return makers.map((maker) => (typeof maker === 'function' ? maker(foundation) : maker))
}
