using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace WmoPlatform.ServiceDefaults.Aanmelding;

/// <summary>
/// The issuer's signing keys, read again every twenty seconds, so that a withdrawn key is refused and a new one accepted within a minute.
/// A token with an unknown key asks for them at once, but not more often than every five seconds. While the issuer does not answer, the
/// last keys stay. The library's own manager reads them no more often than every five minutes, and a wrong token puts that off.
/// </summary>
/// <param name="adres">The issuer's discovery document.</param>
/// <param name="ophalen">Fetches it.</param>
/// <param name="log">Hears when that fails.</param>
public sealed class Sleutelbron(string adres, IDocumentRetriever ophalen, ILogger<Sleutelbron> log)
    : BackgroundService, IConfigurationManager<OpenIdConnectConfiguration>
{
    private static readonly TimeSpan Peiling = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Rust = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _ophalend = new(1);
    private readonly SemaphoreSlim _gevraagd = new(0, 1);
    private volatile OpenIdConnectConfiguration? _huidig;
    private string _sleutels = "";
    private int _versie;

    /// <summary>Changes whenever the keys do.</summary>
    public int Versie => Volatile.Read(ref _versie);

    /// <summary>The last document that the issuer gave; it is fetched when there is none yet.</summary>
    /// <exception cref="InvalidOperationException">The issuer does not answer.</exception>
    public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel) => _huidig ?? await Haal(cancel);

    /// <summary>Asks for the keys soon; returns at once.</summary>
    public void RequestRefresh()
    {
        try
        {
            if (_gevraagd.CurrentCount == 0) _gevraagd.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody else asked at the same moment.
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Haal(stoppingToken);
            }
            catch (InvalidOperationException fout)
            {
                log.LogWarning("De uitgever van de tokens geeft zijn sleutels niet: {Fout}.", fout.InnerException?.GetType().Name);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            await Task.Delay(Rust, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await _gevraagd.WaitAsync(Peiling - Rust, stoppingToken).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    private async Task<OpenIdConnectConfiguration> Haal(CancellationToken annulering)
    {
        var gezien = _huidig;
        await _ophalend.WaitAsync(annulering);
        try
        {
            // Of many that wait for the first keys, one fetches them.
            if (gezien is null && _huidig is { } net) return net;
            var nieuw = await OpenIdConnectConfigurationRetriever.GetAsync(adres, ophalen, annulering);
            var sleutels = string.Join(' ', nieuw.SigningKeys.Select(Kenmerk).Order(StringComparer.Ordinal));
            _huidig = nieuw;
            if (sleutels == _sleutels) return nieuw;
            _sleutels = sleutels;
            Interlocked.Increment(ref _versie);
            return nieuw;
        }
        catch (Exception fout) when (fout is not OperationCanceledException || !annulering.IsCancellationRequested)
        {
            throw new InvalidOperationException("De uitgever van de tokens geeft zijn sleutels niet.", fout);
        }
        finally
        {
            _ophalend.Release();
        }
    }

    private static string Kenmerk(SecurityKey sleutel) => Base64UrlEncoder.Encode(sleutel.ComputeJwkThumbprint());

    /// <inheritdoc />
    public override void Dispose()
    {
        _ophalend.Dispose();
        _gevraagd.Dispose();
        base.Dispose();
    }
}
