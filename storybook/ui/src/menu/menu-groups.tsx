import { useId } from 'react'
import { Icon, type IconName } from '../icon/icon.tsx'

export interface MenuItem {
  readonly id: string
  /** A verb: "Rotate key". What leads to a question first ends in "…". */
  readonly label: string
  readonly icon?: IconName | undefined
  readonly onChoose?: () => void
  /** For what goes somewhere, so that it can be opened in a tab of its own. */
  readonly href?: string
  /** It leads to the page that one is on, or to what is shown already. */
  readonly current?: boolean
  /** It cannot be taken back, or hurts. */
  readonly danger?: boolean
  /** Why it cannot be done now. It stays in reach, so that everybody hears the reason. */
  readonly disabledBecause?: string | undefined
  /** The keys that do the same: "R" or "Control+K". Whoever draws the menu listens for them. */
  readonly shortcut?: string
}

export interface MenuGroup {
  readonly id: string
  readonly title?: string
  readonly items: readonly MenuItem[]
}

export interface MenuGroupsProps {
  readonly groups: readonly MenuGroup[]
  readonly onChoose: (item: MenuItem) => void
}

/** The items of a menu, in groups with a line between them. */
export function MenuGroups({ groups, onChoose }: MenuGroupsProps) {
  const id = useId()
  return groups.map((group) => (
    <div
      key={group.id}
      // A set of acts is none of a form's fields.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="group"
      className="sq-menu-group"
      aria-labelledby={group.title && `${id}-${group.id}`}
    >
      {group.title && (
        <p className="sq-menu-title" id={`${id}-${group.id}`}>
          {group.title}
        </p>
      )}
      {group.items.map((item) => (
        <Item key={item.id} item={item} onChoose={() => onChoose(item)} />
      ))}
    </div>
  ))
}

interface ItemProps {
  readonly item: MenuItem
  readonly onChoose: () => void
}

function Item({ item, onChoose }: ItemProps) {
  const reasonId = useId()
  const { label, icon, href, current, danger, disabledBecause, shortcut } = item
  const wiring = {
    role: 'menuitem',
    tabIndex: -1,
    className: 'sq-menu-item',
    'data-danger': danger,
    'aria-current': current ? (href ? ('page' as const) : true) : undefined,
    'aria-disabled': disabledBecause ? true : undefined,
    'aria-describedby': disabledBecause && reasonId,
    'aria-keyshortcuts': shortcut,
    onClick: onChoose,
  }
  const content = (
    <>
      {icon ? <Icon name={icon} /> : <span className="sq-icon" />}
      <span className="sq-menu-words">
        {label}
        {disabledBecause && (
          <span className="sq-menu-reason" id={reasonId} aria-hidden="true">
            {disabledBecause}
          </span>
        )}
      </span>
      {shortcut && <kbd aria-hidden="true">{shortcut.replaceAll('+', ' ')}</kbd>}
    </>
  )
  return href && !disabledBecause ? (
    <a {...wiring} href={href}>
      {content}
    </a>
  ) : (
    <button {...wiring} type="button">
      {content}
    </button>
  )
}
