/** What nobody sees before they ask for it: fetched once the browser is idle, or at the first press. */
export { CommandMenu } from '../commands/command-menu.tsx'
export { commandsOf } from '../commands/commands-of.ts'
export { recentCommands, rememberCommand } from '../commands/recent-commands.ts'
export { ShortcutHelp } from '../shortcuts/shortcut-help.tsx'
export { AccountPanel } from './account-panel.tsx'
export { MorePages } from './more-pages.tsx'
export { ProjectMenu } from './project-menu.tsx'
export { WhereDialog } from './where-dialog.tsx'
