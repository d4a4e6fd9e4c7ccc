// The quick build keeps no offline copy: a reload must show what was just compiled. A copy that
// the packaged site left under the same address is taken away, or it would hide this build.
navigator.serviceWorker?.getRegistrations().then((list) => list.forEach((registration) => registration.unregister()));
