using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.ServiceDefaults.Telemetrie;
using Yarp.ReverseProxy.Model;

namespace WmoPlatform.Gateway;

/// <summary>The only entrance to the platform. All outside traffic passes here, and nothing is rewritten on the way.</summary>
public static class Program
{
    public static Task Main(string[] args) => Maak(args).RunUntilStoppedAsync();

    /// <summary>Builds the gateway without starting it, so that tests run the real gateway on their own port.</summary>
    public static WebApplication Maak(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.AddServiceDefaults();
        builder.AddAanmelding();
        builder.AddTokengeheugen();
        builder.AddKoppen();
        builder.AddClientcertificaat();
        builder.AddGrenzen();
        builder.AddFrontends();
        builder.AddDoorgeven();
        builder.Services.AddFouten();

        var app = builder.Build();
        app.UseClientcertificaat();
        app.UseKoppen();
        // A service writes its own refusals.
        app.UseBeveiligingslog(eigenAntwoord: context => context.Features.Get<IReverseProxyFeature>()?.ProxiedDestination is null);
        app.UseFoutafhandeling();
        app.UseRouting();
        app.UseCors();
        app.UseAuthentication();
        // Before every component that answers by itself, so that documentation and unknown addresses are limited too.
        app.UseRateLimiter();
        app.UseDocumentatie();
        app.UseBekendeAdressen();
        app.UseAuthorization();
        app.UseRequestTimeouts();

        app.MapCatalogus();
        app.MapDoorgeven();
        app.MapDefaultEndpoints();
        return app;
    }
}
