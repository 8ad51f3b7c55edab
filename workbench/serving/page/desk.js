"use strict";

// The token has done its work: the cookie stands for it, so it need not stay in the address and the history.
history.replaceState(null, "", "/");

document.addEventListener("DOMContentLoaded", () => {
  document.getElementById("again").addEventListener("click", () => location.reload());
  // Keys go to the desk at once, and to the button when the desk is closed.
  const follow = new MutationObserver(() => {
    const closed = document.body.classList.contains("-closed");
    const target = closed ? document.getElementById("again") : document.querySelector(".xterm-helper-textarea");
    if (target) target.focus();
  });
  follow.observe(document.body, { attributes: true, attributeFilter: ["class"] });
});
