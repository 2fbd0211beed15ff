import { logViewNameMax } from '@sonaqor/contract/log-view-bounds'
import type { LogView } from '@sonaqor/contract/log-views'
import { useModule, useWrite } from '@sonaqor/module'
import { adopt, Badge, Button, Dialog, Input, Refusal, useText } from '@sonaqor/ui'
import { useRef, useState } from 'react'
import * as common from '../texts/en.ts'
import * as texts from '../insight/texts/en.ts'
import sheet from './views.css'

adopt(sheet)

export interface ManageViewsProps {
  readonly views: readonly LogView[]
  readonly onClose: () => void
}

/** Names, shares and deletes saved views; what is another's is the team's to change. */
export function ManageViews({ views, onClose }: ManageViewsProps) {
  const say = useText()
  const { can } = useModule()
  const list = useRef<HTMLUListElement>(null)
  return (
    <Dialog
      title={say(texts.manageViews)}
      onClose={onClose}
      actions={<Button onClick={onClose}>{say(common.done)}</Button>}
    >
      <ul ref={list} className="sq-views" tabIndex={-1}>
        {views.map((view) => (
          <li key={view.id}>
            <OneView
              of={view}
              mayChange={view.isOwn || can('team:write')}
              onGone={() => list.current?.focus()}
            />
          </li>
        ))}
      </ul>
      {views.length === 0 && <p>{say(texts.noViews)}</p>}
    </Dialog>
  )
}

interface OneViewProps {
  readonly of: LogView
  readonly mayChange: boolean
  /** What had the focus went away: the list takes it. */
  readonly onGone: () => void
}

function OneView({ of: view, mayChange, onGone }: OneViewProps) {
  const say = useText()
  const { api } = useModule()
  const [name, setName] = useState<string>()
  const [isSure, setSure] = useState(false)
  const target = { params: { id: view.id }, revision: view.revision }
  const changing = useWrite({
    areas: ['log-views'],
    isUntilRead: true,
    write: (body: { readonly name?: string; readonly isShared?: boolean }) =>
      api.logViews.change({ ...target, body }),
    onSuccess: () => {
      if (name !== undefined) onGone()
      setName(undefined)
    },
  })
  const deleting = useWrite({
    areas: ['log-views'],
    isUntilRead: true,
    write: () => api.logViews.delete(target),
    onSuccess: onGone,
  })
  const rename = () => {
    const given = name?.trim()
    if (!given || given === view.name) setName(undefined)
    else changing.mutate({ name: given })
  }
  return (
    <>
      {name === undefined ? (
        <span className="sq-view-name">
          {view.name}
          {view.isShared && <Badge icon="people">{say(texts.sharedByTeam)}</Badge>}
        </span>
      ) : (
        <form
          className="sq-view-name"
          onSubmit={(event) => {
            event.preventDefault()
            rename()
          }}
        >
          <Input
            // It was asked for by the button that it takes the place of.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            aria-label={say(texts.viewName)}
            value={name}
            maxLength={logViewNameMax}
            onChange={setName}
          />
          <Button type="submit" look="primary" busy={changing.isPending}>
            {say(texts.rename)}
          </Button>
        </form>
      )}
      {mayChange && name === undefined && (
        <span className="sq-view-acts">
          <Button
            look="quiet"
            size="small"
            aria-label={say(texts.renameView, { name: view.name })}
            onClick={() => setName(view.name)}
          >
            {say(texts.rename)}
          </Button>
          <Button
            look="quiet"
            size="small"
            aria-label={say(view.isShared ? texts.unshareNamed : texts.shareNamed, {
              name: view.name,
            })}
            busy={changing.isPending}
            onClick={() => changing.mutate({ isShared: !view.isShared })}
          >
            {say(view.isShared ? texts.unshare : texts.share)}
          </Button>
          {isSure ? (
            <Button
              look="danger"
              size="small"
              busy={deleting.isPending}
              onClick={() => deleting.mutate()}
            >
              {say(texts.deleteForGood)}
            </Button>
          ) : (
            <Button
              look="quiet"
              size="small"
              aria-label={say(texts.deleteNamed, { name: view.name })}
              onClick={() => setSure(true)}
            >
              {say(texts.deleteIt)}
            </Button>
          )}
        </span>
      )}
      <Refusal error={changing.error ?? deleting.error} />
    </>
  )
}
