/** Colours for light and dark, with a contrast of at least 4.5 to the paper. Cold storage is also dashed. */
export const style = `<style>
svg{--paper:#fff;--ink:#1f2328;--faint:#d1d9e0;--warm:#b35900;--cold:#0550ae;--failed:#b3261e;--displaced:#59636e;font:12px system-ui,sans-serif}
@media (prefers-color-scheme:dark){svg{--paper:#0d1117;--ink:#e6edf3;--faint:#30363d;--warm:#f0a04b;--cold:#79b8ff;--failed:#ff8a80;--displaced:#9198a1}}
.paper{fill:var(--paper)}text{fill:var(--ink)}.head{font-size:14px;font-weight:600}.lane{text-anchor:end}
path{fill:none}.warm{stroke:var(--warm)}.cold{stroke:var(--cold);stroke-dasharray:3 2}
.failed{stroke:var(--failed);stroke-width:1.5}.displaced{stroke:var(--displaced);stroke-width:2}
.legend path{stroke-width:3}.legend .failed,.legend .displaced{stroke-width:2}
.axis path{stroke:var(--faint)}.axis text{text-anchor:middle}
</style>`;
