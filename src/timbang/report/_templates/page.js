(function () {
  var all = function () { return document.querySelectorAll("main details"); };
  var set = function (open) { all().forEach(function (d) { d.open = open; }); };
  var buttons = document.querySelector(".buttons");
  if (buttons) {
    buttons.hidden = false;
    buttons.addEventListener("click", function (e) {
      if (e.target.dataset.open !== undefined) { set(e.target.dataset.open === "yes"); }
    });
  }
  var reach = function () {
    var at = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (var d = at; d; d = d.parentElement) { if (d.tagName === "DETAILS") { d.open = true; } }
    if (at) { at.scrollIntoView(); }
  };
  addEventListener("hashchange", reach);
  if (location.hash) { reach(); }
  var closed = [];
  addEventListener("beforeprint", function () {
    closed = Array.prototype.filter.call(all(), function (d) { return !d.open; });
    set(true);
  });
  addEventListener("afterprint", function () { closed.forEach(function (d) { d.open = false; }); });
})();
