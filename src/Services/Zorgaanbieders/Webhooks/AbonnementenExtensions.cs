using Microsoft.EntityFrameworkCore;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.ServiceDefaults.Inzage;
using WmoPlatform.Zorgaanbieders.Opslag;

namespace WmoPlatform.Zorgaanbieders.Webhooks;

public static class AbonnementenExtensions
{
    /// <summary>Registers webhooks to providers (section <c>Webhooks</c>).</summary>
    /// <exception cref="InvalidOperationException">A setting is wrong.</exception>
    public static void AddAbonnementen(this IHostApplicationBuilder builder)
    {
        var opties = (builder.Configuration.GetSection("Webhooks").Get<WebhookOpties>() ?? new()).Controleer(
            builder.Environment.IsDevelopment());
        builder.Services.AddSingleton(opties);
        builder.Services.AddSingleton<Webhookadres>().AddSingleton<Naamzoeker>().AddScoped<Opgezocht>();
        builder.Services.AddSingleton<WebhooksKlaarzetten>()
            .AddSingleton<IOnAnnouncement>(sp => sp.GetRequiredService<WebhooksKlaarzetten>());
        builder.Services.AddSingleton<Webhookmeting>();
        if (!opties.Ingericht) return;
        builder.Services.AddHostedService(sp => sp.GetRequiredService<Webhookmeting>());
        foreach (var proeven in new[] { false, true })
            builder.Services.AddSingleton<IHostedService>(sp => ActivatorUtilities.CreateInstance<Webhookverzender>(sp, proeven));
    }

    public static void MapAbonnementen(this IEndpointRouteBuilder api)
    {
        var abonnementen = api.MapGroup("").ToontNiemand("Een abonnement gaat over een webadres van een zorgaanbieder.");
        abonnementen.MapAbonnementNemen();
        abonnementen.MapAbonnementenInzien();
        abonnementen.MapAbonnementWijzigen();
        abonnementen.MapAbonnementOpzeggen();
        abonnementen.MapGeheimVernieuwen();
        abonnementen.MapProefSturen();
        api.MapBezorgingen();
    }

    /// <summary>Finds a subscription of this provider; beheer sees all subscriptions.</summary>
    /// <exception cref="Weigering">404: the subscription is unknown, or belongs to another provider.</exception>
    internal static async Task<Abonnement> ZoekAbonnement(
        this ZorgaanbiedersDb db, Guid abonnementId, Gebruiker gebruiker, CancellationToken annulering) =>
        await db.Abonnementen.ZichtbaarVoor(gebruiker).SingleOrDefaultAsync(a => a.Id == abonnementId, annulering)
            ?? throw Weigering.Onbekend("Dit abonnement");

    internal static IQueryable<Abonnement> ZichtbaarVoor(this IQueryable<Abonnement> abonnementen, Gebruiker gebruiker) =>
        gebruiker.Is(Rollen.Beheer) ? abonnementen : abonnementen.Where(a => a.Agb == gebruiker.Agb);
}
