import type { Key } from '@sonaqor/contract/keys'
import { useModule } from '@sonaqor/module'
import { CodeBlock, useText } from '@sonaqor/ui'
import { useState } from 'react'
import * as texts from '../texts/en.ts'
import { firstCallWith } from './first-call.ts'

/** How to use a key, ready to be pasted into a terminal. */
export function FirstCallBlock({ of: { scopes } }: { readonly of: Pick<Key, 'scopes'> }) {
  const say = useText()
  const { origin } = useModule()
  const [openedAt] = useState(() => new Date())
  const call = origin && firstCallWith(scopes, origin, openedAt)
  if (!call) return null
  return <CodeBlock label={say(texts.firstCall)} code={call} note={say(texts.keyInEnvironment)} />
}
