import type { App } from '@sonaqor/contract/apps'
import { useModule } from '@sonaqor/module'
import { Button, useText } from '@sonaqor/ui'
import { useState } from 'react'
import { CompareDrawer } from './compare-drawer.tsx'
import { DeleteDialog } from './delete-dialog.tsx'
import { asApp } from './deleting.ts'
import * as texts from './texts/en.ts'

/** What can be done with an app as a whole. */
export function AppActs({ app }: { readonly app: App }) {
  const say = useText()
  const { can } = useModule()
  const [opened, open] = useState<'none' | 'compare' | 'delete'>('none')
  const close = () => open('none')
  if (app.deletedAt) return null
  return (
    <>
      <Button icon="columns" onClick={() => open('compare')}>
        {say(texts.compareEllipsis)}
      </Button>
      {can('apps:write') && (
        <Button icon="block" onClick={() => open('delete')}>
          {say(texts.deleteEllipsis)}
        </Button>
      )}
      {opened === 'compare' && (
        <CompareDrawer projectId={app.projectId} startWith={app.id} onClose={close} />
      )}
      {opened === 'delete' && <DeleteDialog of={asApp(app)} onClose={close} />}
    </>
  )
}
