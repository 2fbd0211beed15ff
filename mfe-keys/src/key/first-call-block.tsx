import type { Key } from '@sonaqor/contract/keys'
import { useModule } from '@sonaqor/module'
import { adopt, CodeBlock, Link, Said, useText } from '@sonaqor/ui'
import { useState } from 'react'
import * as texts from '../texts/en.ts'
import sheet from './first-call-block.css'
import { firstCallWith, variable } from './first-call.ts'

adopt(sheet)

/** How to use a key, ready to be pasted into a terminal, and where all else that it can do is told. */
export function FirstCallBlock({ of: key }: { readonly of: Pick<Key, 'scopes' | 'ipAllowlist'> }) {
  const { scopes, ipAllowlist } = key
  const say = useText()
  const { origin } = useModule()
  const [openedAt] = useState(() => new Date())
  const call = origin && firstCallWith(scopes, origin, openedAt)
  if (!call) return null
  return (
    <div className="sq-first-call">
      <CodeBlock label={say(texts.firstCall)} code={call} />
      {ipAllowlist.length > 0 && (
        <p>
          <Said
            of={texts.worksOnlyFrom}
            with={{ addresses: <code>{ipAllowlist.join(', ')}</code> }}
          />
        </p>
      )}
      <p>
        <Said of={texts.keyInEnvironment} with={{ variable: <code>{variable}</code> }} />{' '}
        <Link href={`${origin}/docs`} outside>
          {say(texts.apiDocumentation)}
        </Link>
      </p>
    </div>
  )
}
