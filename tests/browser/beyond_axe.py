"""What axe-core cannot see, measured in the page: targets for fingers, what spills over, what moves."""

from __future__ import annotations

TARGETS = """() => [...document.querySelectorAll(':is(.sp-player, .sh-home) :is(button, summary, label:has(input))')]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest('.sp-hidden'))
  .map((one) => ({ one, box: one.getBoundingClientRect() }))
  .filter(({ box }) => box.height < 43.5 || box.width < 43.5)
  .map(({ one, box }) => `${one.className} “${one.textContent.trim().slice(0, 20)}” ${box.width} × ${box.height}`)"""

SPILLS = """() => {
  const wide = document.scrollingElement.scrollWidth - innerWidth;
  const found = wide > 0 ? [`the page is ${wide} px too wide`] : [];
  const seeable = { visibilityProperty: true, contentVisibilityAuto: true };
  for (const one of document.querySelectorAll('.sp-player, .sp-player *')) {
    if (!one.checkVisibility(seeable) || one.closest('.sp-hidden')) continue;
    const box = one.getBoundingClientRect();
    if (box.width > 0 && (box.left < -0.5 || box.right > innerWidth + 0.5)) found.push(`${one.className} sticks out`);
  }
  return found;
}"""

MOVING = "() => document.getAnimations().filter((one) => one.effect.target.closest('.sp-player')).length"
