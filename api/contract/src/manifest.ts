/** What a host may know of a module before it loads any of its code. */
import { z } from 'zod'
import { ScopeName, text } from './values.ts'
import { moduleNamePattern, viewNamePattern } from './view-name.ts'

export const moduleName = z
  .string()
  .regex(moduleNamePattern, 'must be a short name of lower-case letters and dashes')
export const version = z
  .string()
  .max(64)
  .regex(
    /^\d+\.\d+\.\d+(-[0-9a-z.-]+)?$/,
    'must be a semantic version like "1.4.0" or "1.4.0-3fa8c210"',
  )

/** A page fills a place, a widget is a small part of one, a secure view shows secrets in our own frame alone. */
export const ViewKind = z.enum(['page', 'widget', 'secure'])

export const ViewManifest = z.object({
  name: z.string().regex(viewNamePattern, 'must be a name like "keys.list"'),
  kind: ViewKind,
  title: text(60),
  scopes: z.array(ScopeName).describe('All that is needed to see it'),
  element: z
    .string()
    .regex(/^sonaqor-[a-z-]+$/)
    .optional()
    .describe('The custom element, where partners may embed it'),
})
export type ViewManifest = z.output<typeof ViewManifest>

export const NavItem = z.object({
  group: z.enum(['overview', 'build', 'understand', 'account']),
  order: z.number().int(),
  title: text(40),
  view: z.string(),
  path: z.string().regex(/^\/[a-z/-]*$/),
  under: z
    .string()
    .optional()
    .describe(
      'The view of the item that stands for it: such a page is reached from others, and has no line of its own',
    ),
})

export const ModuleFile = z.object({
  path: z
    .string()
    .max(200)
    .regex(/^[\w-][\w./-]*$/)
    .refine((value) => !value.split('/').includes('..'), 'must stay inside the release'),
  bytes: z.number().int(),
  integrity: z.string().regex(/^sha384-[A-Za-z0-9+/]{64}$/),
})

/** Titles in a language other than English; what is not named stays English. */
export const TitlesInLanguage = z.object({
  title: text(60).optional(),
  views: z.record(z.string(), text(60)).optional().describe('By the name of the view'),
  nav: z.record(z.string(), text(40)).optional().describe('By the view that the item leads to'),
})

export const ModuleManifest = z
  .object({
    name: moduleName,
    version,
    title: text(60),
    contract: text(40).describe('The range of contract versions that it needs'),
    entry: z.string().describe('The script among its files by which a host opens it'),
    views: z.array(ViewManifest).min(1),
    nav: z.array(NavItem),
    translations: z
      .record(z.string().regex(/^[a-z]{2,3}$/, 'must be a language like "de"'), TitlesInLanguage)
      .optional()
      .describe('The titles in other languages, by language'),
    files: z.array(ModuleFile).min(1).max(500),
  })
  .meta({ id: 'ModuleManifest' })
export type ModuleManifest = z.output<typeof ModuleManifest>
