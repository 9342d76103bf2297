document.getElementById('open').addEventListener('click', () => window.open('https://popup.invalid/'));
document.body.dataset.ready = 'yes';
