import type { ProjectRef } from '@sonaqor/module'
import { Icon, Input, useText } from '@sonaqor/ui'
import { useEffect, useId, useState, type KeyboardEvent } from 'react'
import * as texts from '../../texts/en.ts'
import { fewProjects, nameOf } from './project-acts.ts'

interface ProjectListProps {
  readonly all: readonly ProjectRef[]
  /** All of them without one. */
  readonly chosen: ProjectRef | undefined
  readonly onChoose: (project: ProjectRef | undefined) => void
}

/** Whoever looks for one of more than these types another letter. */
const most = 100

/**
 * All projects, and each of them alone. One field or the list itself keeps the focus, and the arrows
 * lead on from the one that is chosen; of many, one is found by a few letters of its name.
 */
export function ProjectList({ all, chosen, onChoose }: ProjectListProps) {
  const say = useText()
  const id = useId()
  const [query, setQuery] = useState('')
  const options = optionsOf(all, query)
  const [at, moveTo] = useState(() =>
    Math.max(
      options.findIndex((one) => one?.id === chosen?.id),
      0,
    ),
  )
  const optionId = (index: number) => `${id}-${index}`
  const activeId = options.length > 0 ? optionId(at) : undefined

  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView?.({ block: 'nearest' })
  }, [activeId])

  const search = (text: string) => {
    setQuery(text)
    moveTo(0)
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const to = landingOf(event.key, at, options.length)
    const isChoice = event.key === 'Enter' || (event.key === ' ' && !hasField)
    if (to === undefined && !isChoice) return
    event.preventDefault()
    if (to !== undefined) moveTo(to)
    else if (at < options.length) onChoose(options[at])
  }

  const hasField = all.length > fewProjects
  const list = (
    // A select opens by itself, and cannot be searched.
    <div
      id={`${id}-list`}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- it is searched, which a select is not
      role="listbox"
      aria-label={say(texts.project)}
      className="sq-projects-list"
      {...(!hasField && { tabIndex: 0, 'aria-activedescendant': activeId, onKeyDown: press })}
    >
      {options.map((project, index) => (
        // The keyboard never comes here: the field or the list hears it.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          key={project?.id ?? 'all'}
          id={optionId(index)}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an option of HTML holds plain words only
          role="option"
          tabIndex={-1}
          aria-selected={project?.id === chosen?.id}
          data-active={index === at || undefined}
          className="sq-projects-option"
          onPointerMove={() => moveTo(index)}
          onClick={() => onChoose(project)}
        >
          {project?.id === chosen?.id ? <Icon name="check" /> : <span className="sq-icon" />}
          <span className="sq-projects-name">{nameOf(project, say)}</span>
        </div>
      ))}
    </div>
  )
  if (!hasField) return list
  return (
    <>
      <div className="sq-projects-search">
        <Input
          type="text"
          // A datalist looks as each browser likes.
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
          role="combobox"
          aria-label={say(texts.findProject)}
          aria-expanded={options.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={activeId}
          autoComplete="off"
          spellCheck={false}
          placeholder={say(texts.findProject)}
          value={query}
          onChange={search}
          onKeyDown={press}
        />
      </div>
      {list}
      <output className={options.length === 0 ? 'sq-projects-note' : 'sq-unseen'}>
        {options.length === 0
          ? say(texts.noProjectFound, { query: query.trim() })
          : query && say(texts.projectsShown, { count: options.length })}
      </output>
    </>
  )
}

/** All of them come first, as long as nobody looks for one. */
function optionsOf(all: readonly ProjectRef[], query: string): readonly (ProjectRef | undefined)[] {
  const sought = query.trim().toLocaleLowerCase()
  if (sought === '') return [undefined, ...all.slice(0, most)]
  return all.filter(({ name }) => name.toLocaleLowerCase().includes(sought)).slice(0, most)
}

function landingOf(key: string, at: number, count: number): number | undefined {
  if (count === 0) return undefined
  if (key === 'ArrowDown') return (at + 1) % count
  if (key === 'ArrowUp') return (at - 1 + count) % count
  if (key === 'PageDown') return count - 1
  if (key === 'PageUp') return 0
  return undefined
}
