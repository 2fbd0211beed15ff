import type { App } from '@sonaqor/contract/apps'
import { useModule } from '@sonaqor/module'
import { Button, useText } from '@sonaqor/ui'
import { useState } from 'react'
import { asApp } from '../deleted/deleting.ts'
import * as texts from '../texts/en.ts'
import { useAppParts } from './use-app-parts.ts'

/** What can be done with an app as a whole. */
export function AppActs({ app }: { readonly app: App }) {
  const say = useText()
  const { can } = useModule()
  const [opened, open] = useState<'none' | 'compare' | 'delete'>('none')
  const close = () => open('none')
  const { parts, fetchAhead } = useAppParts(opened !== 'none', close)
  if (app.deletedAt) return null
  return (
    <>
      <Button icon="columns" onPointerEnter={fetchAhead} onClick={() => open('compare')}>
        {say(texts.compareEllipsis)}
      </Button>
      {can('apps:write') && (
        <Button icon="block" onPointerEnter={fetchAhead} onClick={() => open('delete')}>
          {say(texts.deleteEllipsis)}
        </Button>
      )}
      {parts && opened === 'compare' && (
        <parts.CompareDrawer projectId={app.projectId} startWith={app.id} onClose={close} />
      )}
      {parts && opened === 'delete' && <parts.DeleteDialog of={asApp(app)} onClose={close} />}
    </>
  )
}
