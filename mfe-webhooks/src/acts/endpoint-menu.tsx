import type { Endpoint } from '@sonaqor/contract/webhook-endpoints'
import { Menu, useText, type MenuGroup, type MenuItem } from '@sonaqor/ui'
import { nameOf } from '../endpoint/endpoint-name.ts'
import * as texts from '../texts/en.ts'
import type { EndpointActs } from './endpoint-acts.ts'

export interface EndpointMenuProps {
  readonly of: Endpoint
  readonly acts: EndpointActs
  /** Its details are in view. */
  readonly isOpen?: boolean
}

/** All that can be done with an endpoint. */
export function EndpointMenu({ of: endpoint, acts, isOpen = false }: EndpointMenuProps) {
  const say = useText()
  const { onShow, onAsk, onTurn, onShowSecret, onRotateSecret } = acts
  const { state, oldSecretEndsAt } = endpoint
  const isActive = state === 'active'
  const inactive = isActive ? undefined : say(texts.notWhileInactive)
  const see: readonly MenuItem[] = isOpen
    ? []
    : [
        { id: 'page', label: say(texts.showAll), onChoose: () => onShow(endpoint, 'overview') },
        {
          id: 'deliveries',
          label: say(texts.showDeliveries),
          onChoose: () => onShow(endpoint, 'deliveries'),
        },
      ]
  const again: readonly MenuItem[] = onAsk
    ? [
        {
          id: 'test',
          icon: 'play',
          label: say(texts.sendTest),
          onChoose: () => onShow(endpoint, 'test'),
        },
        {
          id: 'retry-failed',
          icon: 'undo',
          label: say(texts.retryFailedAsked),
          disabledBecause: inactive,
          onChoose: () => onAsk('retry-failed', endpoint),
        },
        {
          id: 'replay',
          icon: 'clock',
          label: say(texts.replayAsked),
          disabledBecause: inactive,
          onChoose: () => onAsk('replay', endpoint),
        },
      ]
    : []
  const secrets: readonly (MenuItem | undefined)[] = [
    onShowSecret && {
      id: 'secret',
      icon: 'key',
      label: say(texts.showSecretAsked),
      onChoose: () => onShowSecret(endpoint),
    },
    onRotateSecret && {
      id: 'rotate',
      icon: 'key',
      label: say(texts.rotateAsked),
      onChoose: () => onRotateSecret(endpoint),
    },
    onAsk && oldSecretEndsAt
      ? {
          id: 'end-old',
          icon: 'block',
          label: say(texts.endOldAsked),
          onChoose: () => onAsk('end-old-secret', endpoint),
        }
      : undefined,
  ]
  const change: readonly (MenuItem | undefined)[] = [
    onAsk && {
      id: 'edit',
      icon: 'edit',
      label: say(texts.editAsked),
      onChoose: () => onAsk('edit', endpoint),
    },
    onTurn && {
      id: 'turn',
      icon: isActive ? 'pause' : 'play',
      label: say(isActive ? texts.pause : texts.resume),
      onChoose: () => onTurn(endpoint),
    },
    onAsk && {
      id: 'delete',
      icon: 'close',
      danger: true,
      label: say(texts.deleteAsked),
      onChoose: () => onAsk('delete', endpoint),
    },
  ]
  const groups: readonly MenuGroup[] = [
    { id: 'see', items: see },
    { id: 'again', items: again },
    { id: 'secrets', items: secrets.filter((item) => item !== undefined) },
    { id: 'change', items: change.filter((item) => item !== undefined) },
  ].filter(({ items }) => items.length > 0)
  if (groups.length === 0) return null
  return (
    <Menu
      label={say(texts.actionsFor, { name: nameOf(endpoint) })}
      icon="more"
      look={isOpen ? 'plain' : 'quiet'}
      size={isOpen ? 'regular' : 'small'}
      groups={groups}
    />
  )
}
